/** Stands where something will be, in its size, while it is not there yet. Silent to screen readers. */
interface SkeletonProps {
  /** Any CSS length. */
  width: string;
  height: string;
}

export function Skeleton({ width, height }: SkeletonProps) {
  return (
    <span class="skeleton" aria-hidden="true" style={{ inlineSize: width, blockSize: height }} />
  );
}
