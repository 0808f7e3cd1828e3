import { fields, list, type Rule } from './rule.js';

/** Checks that every row of the artifact has as many cells as `columns`. */
export const artifactShape: Rule = (file) => {
	const artifact = fields(file.artifact);
	const columns = list(artifact.columns).length;
	if (columns === 0) return [];
	return list(artifact.rows).flatMap((row, index) =>
		!Array.isArray(row) || row.length === columns
			? []
			: [
					{
						path: ['artifact', 'rows', index],
						message: `row ${index + 1} of the artifact has ${row.length} cells; expected ${columns}, as many as columns`,
						help:
							row.length < columns
								? 'Add the missing cells; write – where there is nothing to show.'
								: 'Take the extra cells out, and put a cell that holds a comma in quotes.',
					},
				],
	);
};
