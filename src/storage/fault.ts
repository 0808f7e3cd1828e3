/** Thrown if a path leads to something other than a regular file. */
export class NotAFile extends Error {
	readonly code = 'ENOTFILE';
}

/** Thrown if only part of the bytes could be written. */
export class ShortWrite extends Error {
	readonly code = 'ENOSPC';
}

type Descriptions = Readonly<Record<string, string>>;

const DESCRIPTIONS: Descriptions = {
	EACCES: 'permission was denied',
	EPERM: 'permission was denied',
	EROFS: 'it is on a disk that is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EFBIG: 'it has reached the largest size allowed',
	ENOTDIR: 'there is a file where a folder should be',
	EEXIST: 'there is a file where a folder should be',
	EISDIR: 'it is a folder',
	ENOTFILE: 'it is no file',
	ENOENT: 'its folder cannot be made',
	ENAMETOOLONG: 'its name is too long',
	ELOOP: 'its links lead in a circle',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	EIO: 'the disk has a fault',
};

/**
 * Describes a file system error in words.
 *
 * @param words more specific descriptions by code, for this operation
 * @throws the error itself if it is not from the file system, which is a bug
 */
export function describeFault(error: unknown, words: Descriptions = {}): string {
	if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
	return words[error.code] ?? DESCRIPTIONS[error.code] ?? error.code;
}

/** Returns the code of a file system error; undefined for other errors. */
export const codeOf = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
