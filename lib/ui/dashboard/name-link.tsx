/** The name of an artist, an album or a song, as it stands in every list: it leads to its own page. */
import { openSpotifyUrl } from '../spotify-url.ts';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import { detailHref, type DetailKind } from './detail-href.ts';

interface NameLinkProps {
  kind: DetailKind;
  /** A name by strangers: any length, any script. */
  name: string;
  /** Of an album or a song. */
  artist?: string | null;
  /** `spotify:…`; null where unknown: there is no link to Spotify then. */
  uri?: string | null;
  actions: Pick<DashboardActions, 'hrefFor'>;
  /** −1 within a list that is one tab stop. */
  tabIndex?: 0 | -1;
}

/** One line; what does not fit ends in an ellipsis. Beside it a small link to Spotify. */
export function NameLink(props: NameLinkProps) {
  const { kind, name, artist = null, uri = null, actions, tabIndex } = props;
  const href = detailHref(actions, kind, { name, artist });
  const url = openSpotifyUrl(uri);
  return (
    <span class="name-link">
      {/* What is cut is cut at its end: the line itself goes the way of its letters. */}
      <bdi class="name-link__name one-line" title={name}>
        <a class="link--quiet" href={href} tabIndex={tabIndex}>
          {name}
        </a>
      </bdi>
      {url ? (
        <a
          class="name-link__spotify"
          href={url}
          tabIndex={tabIndex}
          target="_blank"
          rel="noreferrer"
          aria-label={t('spotify_open_name', name)}
          title={t('spotify_open_name', name)}
        >
          ↗
        </a>
      ) : null}
    </span>
  );
}
