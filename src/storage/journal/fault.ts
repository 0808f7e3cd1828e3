/** Something else than a file stands where the journal should be. */
export class NotAFile extends Error {
	readonly code = 'ENOTFILE';
}

/** Only a part of a line could be written. */
export class ShortWrite extends Error {
	readonly code = 'ENOSPC';
}

const WORDS: Readonly<Record<string, string>> = {
	EACCES: 'permission is missing',
	EPERM: 'permission is missing',
	EROFS: 'it is on a disk that is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EFBIG: 'it may not grow any more',
	ENOTDIR: 'there is a file where a folder should be',
	EEXIST: 'there is a file where a folder should be',
	EISDIR: 'it is a folder',
	ENOTFILE: 'it is no file',
	ENOENT: 'its folder cannot be made',
	EMFILE: 'too many files are open',
};

/**
 * What the file system had against it, in words.
 *
 * @throws what is not the file system's doing: a bug of ours
 */
export function fault(error: unknown): string {
	if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
	return WORDS[error.code] ?? error.code;
}
