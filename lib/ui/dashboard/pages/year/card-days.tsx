/** The days of half a year on a card: a column for each week. The card says in words what they show. */
import type { CardDays as Days } from './card-pictures.ts';

export function CardDays({ half: { levels, weekday, months } }: { half: Days }) {
  return (
    <div class="review-card__half" aria-hidden="true">
      <div class="review-card__days">
        {levels.map((level, day) => (
          <span
            key={day}
            class="review-card__cell"
            data-level={level ?? 'gap'}
            style={day === 0 ? { gridRowStart: weekday + 1 } : undefined}
          />
        ))}
      </div>
      <div class="review-card__months">
        {months.map(({ letter, column }) => (
          <span key={column} style={{ gridColumnStart: column + 1 }}>
            {letter}
          </span>
        ))}
      </div>
    </div>
  );
}
