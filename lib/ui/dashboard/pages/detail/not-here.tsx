/** In the place of a page whose artist, album or song the history does not know, or no longer knows. */
import type { SubjectName } from '../../../../views/subject-of.ts';
import { Button } from '../../../components/button.tsx';
import { t, type MessageKey } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';

const TITLES: Readonly<Record<SubjectName['of'], MessageKey>> = {
  artist: 'detail_none_artist',
  album: 'detail_none_album',
  song: 'detail_none_song',
};
const LISTS = { artist: 'artists', album: 'albums', song: 'songs' } as const;

export function NotHere({
  subject: { of },
  actions,
}: {
  subject: SubjectName;
  actions: DashboardActions;
}) {
  return (
    <section class="card dash__empty">
      <h2>{t(TITLES[of])}</h2>
      <p class="muted not-here__text">{t('detail_none_text')}</p>
      <Button onClick={() => actions.go({ page: 'top', params: { list: LISTS[of] } })}>
        {t('detail_none_top')}
      </Button>
    </section>
  );
}
