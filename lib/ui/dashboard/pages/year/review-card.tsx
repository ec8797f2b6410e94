/** One finding of the year, as a card that can be saved as an image. */
import { useContext, useRef, useState } from 'preact/hooks';
import { ImageAbout } from '../../../charts/chart-context.ts';
import { Button } from '../../../components/button.tsx';
import { Cover } from '../../../components/cover.tsx';
import { SpotifyLink } from '../../../components/spotify-link.tsx';
import { saveFile } from '../../../save-file.ts';
import { t } from '../../../text.ts';
import { drawCardImage } from './card-image.ts';
import { CardDays } from './card-days.tsx';
import type { CardColumn, YearCard } from './year-card.ts';
import type { PicturedCard } from './year-cards.ts';

interface ReviewCardProps {
  card: PicturedCard;
  year: number;
  /** Of what days. */
  when: string;
}

export function ReviewCard({ card, year, when }: ReviewCardProps) {
  const whose = useContext(ImageAbout);
  const article = useRef<HTMLElement>(null);
  const [failed, setFailed] = useState(false);

  const most = card.columns.findIndex(({ height }) => height === 1);

  async function save(): Promise<void> {
    if (!article.current) return;
    try {
      const signed = whose === null ? when : `${when} · ${whose}`;
      const blob = await drawCardImage(card, signed, article.current);
      saveFile({ name: `ostinato-${year}-${card.key}.png`, blob });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }

  return (
    <article ref={article} class="review-card">
      {card.cover ? (
        <div class="review-card__cover">
          <Cover url={card.cover.url} size={128} alt="" name={card.cover.name} />
        </div>
      ) : null}
      <h2 class="review-card__kicker">{card.kicker}</h2>
      <p class="review-card__hero" dir="auto" title={card.hero}>
        {card.hero}
      </p>
      <p class="review-card__text" dir="auto">
        {card.text}
      </p>
      {card.days.map((half, index) => (
        <CardDays key={index} half={half} />
      ))}
      {card.list.length > 0 ? (
        <ol class="review-card__list">
          {card.list.map(({ name, detail, amount }, index) => (
            <li key={index} class="review-card__entry">
              {card.covers[index] ? (
                <Cover
                  url={card.covers[index].url}
                  size={36}
                  alt=""
                  name={card.covers[index].name}
                />
              ) : null}
              <span class="review-card__names">
                <span class="one-line" dir="auto" title={name}>
                  {name}
                </span>
                {detail === null ? null : (
                  <span class="one-line muted small" dir="auto" title={detail}>
                    {detail}
                  </span>
                )}
              </span>
              <span class="review-card__amount">{amount}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {card.columns.length > 0 ? (
        <ol class="review-card__columns">
          {card.columns.map(({ label, amount, height, covered, partly, tick }, index) => (
            <li key={label} title={`${label}: ${knownText({ amount, covered, partly })}`}>
              {index === most ? (
                <span
                  class={`review-card__most review-card__most--${sideOf(index, card)}`}
                  aria-hidden="true"
                >
                  {amount}
                </span>
              ) : null}
              <span
                class={partly ? 'review-card__room review-card__room--part' : 'review-card__room'}
              >
                <span
                  class={covered ? 'review-card__bar' : 'review-card__bar review-card__bar--gap'}
                  style={{ blockSize: `${covered ? percentOf(height) : 100}%` }}
                />
              </span>
              <span class="review-card__tick" aria-hidden="true">
                {tick}
              </span>
              <span class="visually-hidden">
                {label}: {knownText({ amount, covered, partly })}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      <div class="review-card__tools">
        <Button
          small
          kind="quiet"
          name={t('year_save_image_of', card.kicker)}
          onClick={() => void save()}
        >
          {t('year_save_image')}
        </Button>
        {card.cover?.uri ? (
          <span class="small">
            <SpotifyLink uri={card.cover.uri} name={card.cover.name} />
          </span>
        ) : null}
        {failed ? <p role="alert">{t('year_save_failed')}</p> : null}
      </div>
    </article>
  );
}

/** Of the room there is: what little there is can be seen, and nothing is nothing. */
function percentOf(height: number): number {
  return height === 0 ? 0 : Math.max(1, height * 100);
}

/** To which side the amount over the highest column runs, so that it stays on the card. */
function sideOf(index: number, { columns }: YearCard): 'start' | 'middle' | 'end' {
  const place = (index + 0.5) / columns.length;
  return place < 1 / 3 ? 'start' : place > 2 / 3 ? 'end' : 'middle';
}

/** The amount of a column, with what a gap makes of it. */
function knownText({ amount, covered, partly }: Pick<CardColumn, 'amount' | 'covered' | 'partly'>) {
  if (!covered) return t('year_not_recorded');
  return partly ? t('spark_part_of_it', amount) : amount;
}
