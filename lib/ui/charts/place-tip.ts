/** Where the words about a value stand, so that they hide neither it nor themselves. */

interface Size {
  width: number;
  height: number;
}

const DISTANCE = 10;
/** How far above its chart a tip may reach: into the space below the heading. */
const OVER_TOP = 24;

/**
 * The tip's left upper corner, in px of the chart: above the point, or beside it where there is no
 * room above, and never over the sides.
 */
export function placeTip(
  tip: Size,
  chart: Size,
  { x, y }: { x: number; y: number },
): { left: number; top: number } {
  const above = y - tip.height - DISTANCE;
  if (above >= -OVER_TOP)
    return { left: between(x - tip.width / 2, chart.width - tip.width), top: above };
  const beside = 2 * DISTANCE;
  const right = x + beside;
  const fitsRight = right + tip.width <= chart.width;
  return {
    left: fitsRight ? right : between(x - beside - tip.width, chart.width - tip.width),
    top: between(y - tip.height / 2, chart.height - tip.height),
  };
}

function between(value: number, most: number): number {
  return Math.round(Math.max(0, Math.min(most, value)));
}
