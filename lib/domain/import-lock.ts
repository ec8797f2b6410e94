/** The lock that an import holds from its first file to its receipt, in whatever page or worker. */
export const IMPORT_LOCK = 'import';
