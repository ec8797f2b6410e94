/** A button that opens the browser's choice of files. */
import { useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import type { HandedIn } from './import-protocol.ts';
import { pickChosen } from './pick-files.ts';

interface FileButtonProps {
  children: string;
  onChoose: (files: readonly HandedIn[]) => void;
  kind?: 'primary' | 'plain';
  /** Files are being read already. */
  busy?: boolean;
  /** A folder instead of zips and JSON files. */
  folder?: boolean;
}

/** Known to every browser, and to no list of attributes. */
const FOLDER = { webkitdirectory: true };
const FILES = { accept: '.zip,.json' };

export function FileButton({ children, onChoose, folder = false, ...look }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onClick={() => field.current?.click()}>
        {children}
      </Button>
      <input
        ref={field}
        class={folder ? 'import-folder' : 'import-files'}
        type="file"
        multiple
        hidden
        {...(folder ? FOLDER : FILES)}
        onChange={({ currentTarget: input }) => {
          const chosen = pickChosen(input.files ?? []);
          // The same file can be chosen again.
          input.value = '';
          if (chosen.length > 0) onChoose(chosen);
        }}
      />
    </>
  );
}
