/**
 * Names of the output formats. Kept apart from the writers, so that the command line can list them without loading any
 * writer.
 */

export const FORMATS = ['text', 'md', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const CATALOGUE_FORMATS = ['text', 'md', 'json'] as const;
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number];

export const HANDOUT_FORMATS = ['text', 'md', 'html'] as const;
export type HandoutFormat = (typeof HANDOUT_FORMATS)[number];

export const REVIEW_FORMATS = ['md', 'html', 'json'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
