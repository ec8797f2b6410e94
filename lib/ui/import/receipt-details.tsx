/** A whole receipt: where every row went, by reason, by year and by file. */
import type { ComponentChildren } from 'preact';
import { MAX_NAMED_ROWS, type Receipt, type UnreadableRow } from '../../domain/receipt.ts';
import { errorText } from '../error-text.ts';
import { formatDate, formatNumber } from '../format.ts';
import { t, tPlural, type MessageKey } from '../text.ts';

const PROBLEMS: Readonly<Record<UnreadableRow['problem'], MessageKey>> = {
  'not-an-object': 'receipt_problem_not_an_object',
  time: 'receipt_problem_time',
  duration: 'receipt_problem_duration',
  text: 'receipt_problem_text',
  'text-too-long': 'receipt_problem_text_too_long',
  flag: 'receipt_problem_flag',
};

/** In the order in which they add up to the rows read. */
const PARTS = [
  ['added', 'receipt_added'],
  ['known', 'receipt_known'],
  ['upgraded', 'receipt_upgraded'],
  ['notMusic', 'receipt_not_music'],
  ['unnamed', 'receipt_unnamed'],
  ['unreadable', 'receipt_unreadable'],
] as const satisfies readonly (readonly [keyof Receipt, MessageKey])[];

export function ReceiptDetails({ receipt, now }: { receipt: Receipt; now: number }) {
  const { rows, firstAt, lastAt, files, failures, unreadableRows, years } = receipt;
  return (
    <div class="receipt">
      <Table caption={t('receipt_where')} columns={[t('receipt_what'), t('receipt_rows')]}>
        {PARTS.map(([field, label]) => (
          <Row key={field} name={t(label)} value={receipt[field]} />
        ))}
        <tr class="receipt__sum">
          <th scope="row">{t('receipt_sum')}</th>
          <td>{formatNumber(rows)}</td>
        </tr>
      </Table>
      {firstAt === null || lastAt === null ? null : (
        <p class="small">
          {t('receipt_span', formatDate(firstAt, 'date'), formatDate(lastAt, 'date'))}
        </p>
      )}
      {years.length > 0 ? (
        <Table caption={t('receipt_years')} columns={[t('receipt_year'), t('receipt_streams')]}>
          {years.map(({ year, streams }) => (
            <Row key={year} name={String(year)} value={streams} />
          ))}
        </Table>
      ) : null}
      <Table caption={t('receipt_files')} columns={[t('receipt_file'), t('receipt_entries')]}>
        {files.map(({ path, rows: entries }, place) => (
          <Row key={place} name={path} value={entries} />
        ))}
      </Table>
      {failures.length > 0 ? (
        <Table caption={t('receipt_failures')} columns={[t('receipt_file'), t('receipt_reason')]}>
          {failures.map(({ path, error }, place) => (
            <Row key={place} name={path} value={errorText(error, now).what} />
          ))}
        </Table>
      ) : null}
      {unreadableRows.length > 0 ? <UnreadableRows receipt={receipt} /> : null}
    </div>
  );
}

function UnreadableRows({ receipt: { unreadable, unreadableRows } }: { receipt: Receipt }) {
  const columns = [t('receipt_file'), t('receipt_row'), t('receipt_reason')];
  return (
    <>
      <Table caption={t('receipt_unreadable_rows')} columns={columns}>
        {unreadableRows.map(({ path, row, problem }, place) => (
          <tr key={place}>
            <th scope="row">{path}</th>
            <td>{formatNumber(row + 1)}</td>
            <td>{t(PROBLEMS[problem])}</td>
          </tr>
        ))}
      </Table>
      {unreadable > unreadableRows.length ? (
        <p class="small muted">
          {tPlural('receipt_first_only', MAX_NAMED_ROWS, formatNumber(MAX_NAMED_ROWS))}
        </p>
      ) : null}
    </>
  );
}

interface TableProps {
  caption: string;
  columns: readonly string[];
  children: ComponentChildren;
}

function Table({ caption, columns, children }: TableProps) {
  return (
    <table class="receipt__table small">
      <caption>{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Row({ name, value }: { name: string; value: number | string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{typeof value === 'number' ? formatNumber(value) : value}</td>
    </tr>
  );
}
