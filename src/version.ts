import packageFile from '../package.json' with { type: 'json' };

/** The version that `--version` prints. */
export const version: string = packageFile.version;
