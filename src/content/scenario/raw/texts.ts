import { z } from 'zod';

/** Letters, digits, hyphen and underscore, starting with a letter or digit: it stands in paths and file names. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export const id = (description: string) => z.string().regex(ID).max(64).describe(description);

const ONE_LINE = { error: 'one line' };

/** Text that is shown on one line. Spaces around it are dropped, so that YAML's folded texts fit too. */
export const line = (max: number) =>
	z
		.string()
		.trim()
		.min(1)
		.max(max)
		.refine((text) => !/[\n\r\t]/.test(text), ONE_LINE);

/** A name or heading. */
export const name = (description: string) => line(120).describe(description);

/** A sentence or two. */
export const sentence = (description: string) => line(600).describe(description);

/** What somebody says in their own words: a long paragraph that is pasted still fits. */
export const words = (description: string) => line(12_000).describe(description);

/** Markdown over several lines. */
export const markdown = (description: string) => z.string().trim().min(1).max(20_000).describe(description);

/** The same, or left out, or null; the description stays on the outside, where editors look for it. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().describe(schema.description ?? '');
