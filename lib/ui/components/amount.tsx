/** One number, large, with its unit, small: the heroes of popup and dashboard. */
export function Amount({ value, unit }: { value: string; unit: string }) {
  return (
    <span class="amount">
      <span class="amount__value">{value}</span> <span class="amount__unit">{unit}</span>{' '}
    </span>
  );
}
