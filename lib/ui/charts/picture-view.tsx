/** A picture as SVG: one, or on paper as many as it may be cut into, so that pages end between them. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { Marks } from './marks.tsx';
import type { Mark, Picture } from './picture.ts';

interface PictureViewProps {
  picture: Picture;
  width: number;
  onPaper: boolean;
  /** What is drawn over it: of the value that is read. */
  children: ComponentChildren;
}

export function PictureView({ picture, width, onPaper, children }: PictureViewProps) {
  // The shapes are many and the cursor moves often: they are looked at again only when they changed.
  const bands = useMemo(() => {
    const { height, cuts = [], marks } = picture;
    const edges = [0, ...(onPaper ? cuts : []), height];
    return edges.slice(1).map((bottom, i) => {
      const top = edges[i]!;
      return {
        top,
        bottom,
        drawn: <Marks marks={edges.length > 2 ? within(marks, top, bottom) : marks} />,
      };
    });
  }, [picture, onPaper]);
  return bands.map(({ top, bottom, drawn }, i) => (
    <svg
      key={i}
      class={bands.length > 1 ? 'chart__picture chart__picture--band' : 'chart__picture'}
      width={width}
      height={bottom - top}
      viewBox={`0 ${top} ${width} ${bottom - top}`}
      aria-hidden="true"
    >
      {drawn}
      {i === 0 ? children : null}
    </svg>
  ));
}

/**
 * What is to be seen between two heights. Shapes of one look are one path, which every band draws whole
 * and cuts off. They cannot be drawn once and used again: Firefox prints no `use` of another picture.
 */
function within(marks: readonly Mark[], top: number, bottom: number): Mark[] {
  return marks.filter(
    (mark) => mark.kind === 'path' || (mark.y + mark.size / 2 > top && mark.y - mark.size < bottom),
  );
}
