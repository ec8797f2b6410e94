/** A picture as SVG: one, or on paper as many as it may be cut into, so that pages end between them. */
import type { ComponentChildren } from 'preact';
import { useOwnId } from '../own-id.ts';
import type { Picture } from './picture.ts';

interface PictureViewProps {
  picture: Picture;
  width: number;
  onPaper: boolean;
  /** Of the picture. */
  marks: ComponentChildren;
  /** What is drawn over it: of the value that is read. */
  children: ComponentChildren;
}

export function PictureView({ picture, width, onPaper, marks, children }: PictureViewProps) {
  const id = useOwnId();
  const { height, cuts = [] } = picture;
  const edges = [0, ...(onPaper ? cuts : []), height];
  return edges.slice(1).map((bottom, i) => {
    const top = edges[i]!;
    return (
      <svg
        key={i}
        class={edges.length > 2 ? 'chart__picture chart__picture--band' : 'chart__picture'}
        width={width}
        height={bottom - top}
        viewBox={`0 ${top} ${width} ${bottom - top}`}
        aria-hidden="true"
      >
        {i === 0 ? <g id={id}>{marks}</g> : <use href={`#${id}`} />}
        {i === 0 ? children : null}
      </svg>
    );
  });
}
