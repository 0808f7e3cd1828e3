import type { Scenario } from '../../src/engine/scenario.js';
import { aScenario, aSegment } from './scenarios.js';

/**
 * RouteLLM's published MMLU answers (Apache-2.0), counted per subject: questions, both models right, only
 * Mixtral-8x7B right, only GPT-4-1106 right, neither.
 */
const COUNTS = `
abstract_algebra 100 23 9 23 45
anatomy 135 84 5 26 20
astronomy 152 115 4 25 8
business_ethics 100 62 8 17 13
clinical_knowledge 265 193 14 34 24
college_biology 144 113 2 22 7
college_chemistry 100 34 15 14 37
college_computer_science 100 34 4 33 29
college_mathematics 100 18 17 21 44
college_medicine 173 115 12 20 26
college_physics 102 33 11 17 41
computer_security 100 76 5 10 9
conceptual_physics 235 152 4 63 16
econometrics 114 55 10 18 31
electrical_engineering 145 81 10 31 23
elementary_mathematics 378 125 51 85 117
formal_logic 126 43 6 38 39
global_facts 100 26 16 31 27
high_school_biology 310 251 5 41 13
high_school_chemistry 203 90 19 45 49
high_school_computer_science 100 63 6 27 4
high_school_european_history 165 124 5 21 15
high_school_geography 198 168 3 19 8
high_school_government_and_politics 193 183 2 6 2
high_school_macroeconomics 390 252 17 82 39
high_school_mathematics 270 3 83 5 179
high_school_microeconomics 238 186 1 40 11
high_school_physics 151 50 23 34 44
high_school_psychology 545 470 12 47 16
high_school_statistics 216 98 16 49 53
high_school_us_history 204 168 2 21 13
high_school_world_history 237 196 3 32 6
human_aging 223 160 5 32 26
human_sexuality 131 102 3 19 7
international_law 121 100 2 12 7
jurisprudence 108 82 4 14 8
logical_fallacies 163 121 5 22 15
machine_learning 112 51 7 35 19
management 103 81 6 12 4
marketing 234 206 10 11 7
medical_genetics 100 76 1 18 5
miscellaneous 783 665 14 71 33
moral_disputes 346 256 11 40 39
moral_scenarios 895 350 35 374 136
nutrition 306 230 14 38 24
philosophy 311 230 15 36 30
prehistory 324 261 6 42 15
professional_accounting 282 127 25 67 63
professional_law 1534 670 106 405 353
professional_medicine 272 201 11 55 5
professional_psychology 612 442 19 102 49
public_relations 110 71 7 17 15
security_studies 245 176 7 34 28
sociology 201 172 5 11 13
us_foreign_policy 100 87 2 8 3
virology 166 77 8 18 63
world_religions 171 140 14 7 10
`;

/** Builds a scenario of 57 subjects as segments. Router skill 0.65 and half of each routed small are illustrative. */
export function mmlu(): Scenario {
	const subjects = COUNTS.trim()
		.split('\n')
		.map((line) => {
			const [id = '', ...counts] = line.split(' ');
			const [n = 0, both = 0, weakOnly = 0, strongOnly = 0, neither = 0] = counts.map(Number);
			return { id, n, both, weakOnly, strongOnly, neither };
		});
	const total = subjects.reduce((sum, { n }) => sum + n, 0);
	return aScenario({
		id: 'mmlu',
		strongDetection: 0,
		handoffCost: 0,
		segments: subjects.map(({ id, n, both, weakOnly, strongOnly, neither }) =>
			aSegment({
				id,
				share: n / total,
				routedSmall: 0.5,
				easyShare: (both + weakOnly) / n,
				strongOnEasy: both / (both + weakOnly),
				strongOnHard: strongOnly / (strongOnly + neither),
				observed: null,
				routerAuc: 0.65,
				detection: 0,
				labels: n,
				silentCost: 0,
			}),
		),
	});
}
