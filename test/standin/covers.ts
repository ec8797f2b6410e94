/** Generated covers: two colours and a few shapes that belong to the identifier for ever. */
import { createRandom } from '../../lib/sample/random.ts';

/** A square picture as SVG. */
export function drawCover(id: string): string {
  const random = createRandom('cover', id);
  const hue = random.int(0, 359);
  const other = (hue + random.int(40, 200)) % 360;
  const shapes = Array.from({ length: random.int(2, 5) }, () => {
    const [x, y, size] = [random.int(0, 64), random.int(0, 64), random.int(8, 30)];
    const fill = `hsl(${random.chance(0.5) ? hue : other} ${random.int(40, 75)}% ${random.int(35, 75)}%)`;
    return random.chance(0.5)
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}"/>`
      : `<rect x="${x - size}" y="${y}" width="${size * 2}" height="${size / 2}" fill="${fill}" transform="rotate(${random.int(0, 90)} ${x} ${y})"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="640" height="640"><rect width="64" height="64" fill="hsl(${other} 45% 22%)"/>${shapes.join('')}</svg>`;
}
