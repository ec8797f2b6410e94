/** Names lead to Spotify, and Spotify is named as their source: its content rules ask for both. */
import type { ComponentChildren } from 'preact';
import { openSpotifyUrl, searchSpotifyUrl } from '../spotify-url.ts';
import { t } from '../text.ts';

interface NameLinkProps {
  uri: string | null;
  /** A name by strangers: any length, any script. */
  children: string;
}

/** A name that opens its page at Spotify; plain text where its address is unknown. */
export function NameLink({ uri, children }: NameLinkProps) {
  const url = openSpotifyUrl(uri);
  if (!url) return <bdi>{children}</bdi>;
  return (
    <OpenSpotify url={url} quiet>
      <bdi>{children}</bdi>
    </OpenSpotify>
  );
}

interface SpotifyLinkProps {
  uri?: string | null;
  /** What it opens, for a screen reader; Spotify itself when not given. */
  name?: string;
  /** Instead of the word “Spotify”. */
  children?: string;
}

/** The word “Spotify” as a link, beside what came from there. */
export function SpotifyLink({ uri = null, name, children = t('spotify_link') }: SpotifyLinkProps) {
  return (
    <OpenSpotify
      url={openSpotifyUrl(uri) ?? 'https://open.spotify.com/'}
      {...(name ? { label: t('spotify_open_name', name) } : {})}
    >
      {children}
      <span aria-hidden="true"> ↗</span>
    </OpenSpotify>
  );
}

/** For a name whose address at Spotify is unknown: it is looked for there, and may not be found. */
export function SpotifySearchLink({ name, artist }: { name: string; artist: string | null }) {
  return (
    <OpenSpotify url={searchSpotifyUrl(name, artist)} label={t('spotify_search_name', name)}>
      {t('spotify_search')}
      <span aria-hidden="true"> ↗</span>
    </OpenSpotify>
  );
}

interface OpenSpotifyProps {
  url: string;
  children: ComponentChildren;
  label?: string;
  quiet?: boolean;
}

function OpenSpotify({ url, children, label, quiet = false }: OpenSpotifyProps) {
  return (
    <a
      class={quiet ? 'link--quiet' : 'link'}
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
    >
      {children}
    </a>
  );
}
