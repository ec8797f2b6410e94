/** What the pages ask of the import worker, and what comes back; parsed on both sides. */
import { SAMPLE_ACCOUNT_ID } from '../../domain/account-ids.ts';
import { AccountId } from '../../domain/account.ts';
import { ErrorRecord } from '../../domain/app-error.ts';
import { Receipt } from '../../domain/receipt.ts';
import { z } from '../../domain/schema.ts';
import { Settings } from '../../domain/settings.ts';

/** One thing a person handed in: a zip, a JSON file, or one file of a folder. */
export const HandedIn = z.object({
  name: z.string(),
  /** Where it lay below a folder that was handed in. */
  path: z.optional(z.string()),
  blob: z.instanceof(Blob),
});
export type HandedIn = z.infer<typeof HandedIn>;

/** Whose listening is a person's own: nothing is imported into the sample, joined to it, or exported of it. */
const OwnAccountId = AccountId.check(z.refine((id) => id !== SAMPLE_ACCOUNT_ID));

/** What can be asked. Each is answered once; an import tells its progress before. */
export const ImportTask = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('import'),
    accountId: OwnAccountId,
    inputs: z.array(HandedIn),
    /** IANA name: whose years the receipt counts by. */
    timeZone: z.string(),
  }),
  z.object({ type: z.literal('receipts'), accountIds: z.array(AccountId) }),
  z.object({ type: z.literal('undo'), accountId: AccountId, importId: z.string() }),
  /** Gives all listening of `from` to the account. */
  z.object({ type: z.literal('join'), from: OwnAccountId, accountId: OwnAccountId }),
  z.object({
    type: z.literal('export'),
    accountId: OwnAccountId,
    form: z.enum(['statistics', 'json', 'csv']),
    /** IANA name. */
    timeZone: z.string(),
  }),
  z.object({ type: z.literal('back-up'), settings: z.nullable(Settings) }),
  z.object({ type: z.literal('restore'), file: z.instanceof(Blob) }),
  /** Invents listening, unless there is a sample already. */
  z.object({
    type: z.literal('sample'),
    /** IANA name: where it is listened. */
    timeZone: z.string(),
  }),
]);
export type ImportTask = z.infer<typeof ImportTask>;

export const ImportRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), id: z.int(), task: ImportTask }),
  /** Ends an import with `archive/cancelled`, unless it is done by then. */
  z.object({ type: z.literal('cancel'), id: z.int() }),
]);
export type ImportRequest = z.infer<typeof ImportRequest>;

/** Lends a helper, which unpacks while the import's own worker reads. Not answered. */
const Loan = z.object({ type: z.literal('lend'), port: z.instanceof(MessagePort) });

/** All that the worker hears. */
export const ImportMessage = z.union([ImportRequest, Loan]);
export type ImportMessage = z.infer<typeof ImportMessage>;

export const ImportProgress = z.object({
  stage: z.enum(['reading', 'writing']),
  /** As they lie in the files handed in, packed. */
  packedBytes: z.number(),
  totalBytes: z.number(),
  files: z.int(),
  totalFiles: z.int(),
  rows: z.int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** A receipt and whose history it belongs to. */
export const KeptReceipt = z.object({ accountId: AccountId, receipt: Receipt });
export type KeptReceipt = z.infer<typeof KeptReceipt>;

/** A file to be given to the person. */
export const MadeFile = z.object({ name: z.string(), blob: z.instanceof(Blob) });
export type MadeFile = z.infer<typeof MadeFile>;

/** What a backup brought back; its settings are not applied yet. */
export const Restored = z.object({
  /** UTC ms: when the backup was made. */
  createdAt: z.number(),
  settings: z.nullable(Settings),
  accountIds: z.array(AccountId),
});

export const ImportResults = {
  import: Receipt,
  /** The newest import's first. */
  receipts: z.array(KeptReceipt),
  undo: z.null(),
  join: z.null(),
  export: z.array(MadeFile),
  'back-up': z.array(MadeFile),
  restore: Restored,
  sample: z.null(),
} as const;
export type ImportResult<T extends ImportTask['type']> = z.infer<(typeof ImportResults)[T]>;

export const ImportReply = z.discriminatedUnion('type', [
  /** Said once, unasked: as long as the worker lives it holds this lock. */
  z.object({ type: z.literal('alive'), lock: z.string() }),
  z.object({ type: z.literal('progress'), id: z.int(), progress: ImportProgress }),
  /** `value` is what `ImportResults` says for the task. */
  z.object({ type: z.literal('done'), id: z.int(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.int(), error: ErrorRecord }),
]);
export type ImportReply = z.infer<typeof ImportReply>;
