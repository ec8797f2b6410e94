/** A cover as Spotify supplies it: whole, uncoloured, in a box that keeps its place while it loads. */
import { useState } from 'preact/hooks';
import { coverLetter } from './cover-letter.ts';

interface CoverProps {
  url: string | null;
  /** Side of the box in CSS pixels. */
  size: number;
  /** What a screen reader says; empty when the name stands right beside it. */
  alt: string;
  /** Its first letter fills the tile where there is no cover. */
  name: string;
  /** Above the fold: loaded at once. */
  eager?: boolean;
}

export function Cover({ url, size, alt, name, eager = false }: CoverProps) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const box = { inlineSize: `${size}px`, blockSize: `${size}px` };
  if (!url || failedUrl === url) {
    return (
      <span
        class="cover cover--empty"
        style={{ ...box, fontSize: `${Math.round(size * 0.42)}px` }}
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': 'true' as const })}
      >
        {coverLetter(name)}
      </span>
    );
  }
  return (
    <img
      class="cover"
      src={url}
      alt={alt}
      width={size}
      height={size}
      style={box}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setFailedUrl(url)}
    />
  );
}
