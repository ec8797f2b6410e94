/** Words from the catalogue in which *stars* mark what stands on a button of Spotify's. */
interface EmphasisProps {
  text: string;
}

export function Emphasis({ text }: EmphasisProps) {
  // Every second piece stood between two stars.
  const pieces = text.split('*');
  return (
    <>{pieces.map((piece, index) => (index % 2 === 1 ? <b key={index}>{piece}</b> : piece))}</>
  );
}
