/** The files of an import on their way: handed in, found, waiting to be read. */
import type { AppError } from '../domain/app-error.ts';

/** One thing a person handed in: a zip, a JSON file, or one file of a folder. */
export interface ArchiveInput {
  name: string;
  /** Where it lay below a folder that was handed in; absent for a file handed in by itself. */
  path?: string;
  blob: Blob;
}

/** The bytes of one file, still packed. Can be posted to a worker. */
export interface FilePart {
  /** Exactly the packed bytes: nothing before, nothing behind. */
  blob: Blob;
  packing: 'none' | 'deflate';
  /** Of the unpacked bytes, as the zip says; null for a loose file. */
  crc32: number | null;
  /** Unpacked length, as the zip says. */
  bytes: number;
}

export type ExportFileKind = 'streams' | 'playlists' | 'library';

/** A file whose name is that of one Spotify hands out. Its content is not confirmed yet. */
export interface ExportFile {
  /** Where it is, for a person: folders and zips it lies in, joined by `/`. */
  path: string;
  kind: ExportFileKind;
  part: FilePart;
}

/** A file, or a whole zip, that could not be used, and why. The others are not affected. */
export interface FileFailure {
  path: string;
  /** With an `archive/…` code. */
  error: AppError;
}
