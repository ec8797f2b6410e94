/** A length of time with its numbers large and its units small. */
import { durationParts } from '../format.ts';
import { Amount } from './amount.tsx';

export function Duration({ ms }: { ms: number }) {
  return (
    <>
      {durationParts(ms).map(({ value, unit }) => (
        <Amount key={unit} value={value} unit={unit} />
      ))}
    </>
  );
}
