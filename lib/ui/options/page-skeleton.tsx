/** The page's shape until the background has answered. */
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../text.ts';

export function PageSkeleton() {
  return (
    <div class="section">
      <output class="visually-hidden">{t('loading')}</output>
      <Skeleton width="6rem" height="1.5rem" />
      <div class="section__body">
        <div class="card waiting-card">
          <Skeleton width="10rem" height="1.75rem" />
          <Skeleton width="16rem" height="1rem" />
          <Skeleton width="8rem" height="2.5rem" />
          <Skeleton width="100%" height="6rem" />
        </div>
      </div>
    </div>
  );
}
