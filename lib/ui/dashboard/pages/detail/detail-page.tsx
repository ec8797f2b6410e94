/** The page of one artist, album or song. */
import { type Detail, FIRST_STREAMS } from '../../../../views/detail/contract.ts';
import type { SubjectName } from '../../../../views/subject-of.ts';
import { fileNameOf } from '../../file-name.ts';
import type { PageProps } from '../../page.ts';
import { PagedStreams } from '../../streams/paged-streams.tsx';
import { hasPlaces, HoursChart, PlacesChart, StepsChart } from './detail-charts.tsx';
import { DetailHead } from './detail-head.tsx';
import { DetailParts } from './detail-parts.tsx';

interface DetailPageProps extends PageProps {
  detail: Detail;
  subject: SubjectName;
}

export function DetailPage(props: DetailPageProps) {
  const { detail, subject, route, actions, ask, timeZone, now } = props;
  const { amounts, months } = detail;
  const key = JSON.stringify([subject, route.accountId, route.range]);
  if (amounts.streams === 0) {
    return (
      <>
        <DetailHead {...props} />
        {hasPlaces(months) ? <PlacesChart {...props} /> : null}
      </>
    );
  }
  return (
    <>
      <DetailHead {...props} />
      <StepsChart {...props} />
      {amounts.plays > 0 ? (
        <div class="pair">
          {hasPlaces(months) ? <PlacesChart {...props} /> : null}
          <HoursChart {...props} />
        </div>
      ) : null}
      <DetailParts key={`parts ${key}`} {...props} />
      <PagedStreams
        key={key}
        {...{ subject, ask, timeZone, actions, now }}
        first={detail.streams}
        size={FIRST_STREAMS}
        fileName={fileNameOf(`streams-of-${subject.of}`, route)}
      />
    </>
  );
}
