/** Something else than a file stands where a file should be. */
export class NotAFile extends Error {
	readonly code = 'ENOTFILE';
}

/** Only a part of what was to be written could be. */
export class ShortWrite extends Error {
	readonly code = 'ENOSPC';
}

type Words = Readonly<Record<string, string>>;

const WORDS: Words = {
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
	ENAMETOOLONG: 'its name is too long',
	ELOOP: 'its links lead in a circle',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	EIO: 'the disk has a fault',
};

/**
 * What the file system had against it, in words.
 *
 * @param words that say it better where it happened
 * @throws what is not the file system's doing: a bug of ours
 */
export function fault(error: unknown, words: Words = {}): string {
	if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
	return words[error.code] ?? WORDS[error.code] ?? error.code;
}

/** The file system's code for what went wrong; undefined: it was not the file system. */
export const codeOf = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
