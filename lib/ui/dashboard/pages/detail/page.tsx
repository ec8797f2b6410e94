/** The pages of an artist, an album and a song: what they ask, and what they show. */
import type { SubjectName } from '../../../../views/subject-of.ts';
import { t, type MessageKey } from '../../../text.ts';
import type { DashboardRoute } from '../../dashboard-route.ts';
import type { DashboardPage } from '../../page.ts';
import { DetailPage } from './detail-page.tsx';
import { NotHere } from './not-here.tsx';

export const ARTIST_PAGE = detailPage('artist', 'top_artist');
export const ALBUM_PAGE = detailPage('album', 'top_album');
export const SONG_PAGE = detailPage('song', 'top_song');

function detailPage(of: SubjectName['of'], title: MessageKey): DashboardPage {
  return {
    title,
    nameOf: ({ params }) => params['name'] || t(title),
    uses: { range: true, compare: true },
    async load(ask, route) {
      const subject = subjectOf(of, route);
      const { scope, view } = await ask('detail', subject);
      const listed = view ? null : (await ask('listed', subject)).view;
      return {
        scope,
        render: (props) =>
          view ? (
            <DetailPage detail={view} subject={subject} {...props} />
          ) : (
            <NotHere subject={subject} listed={listed} actions={props.actions} />
          ),
        // Whether it was heard at all matters more than whether anything was in the range.
        standsIn: view === null || view.amounts.streams === 0,
      };
    },
  };
}

function subjectOf(of: SubjectName['of'], { params }: DashboardRoute): SubjectName {
  return {
    of,
    name: params['name'] ?? '',
    artist: of === 'artist' ? null : params['artist'] || null,
  };
}
