declare module 'virtual:scenarios' {
	/** The shipped scenarios, checked and compiled at build time (build/scenarios.ts), sorted by id. */
	const scenarios: readonly import('../src/content/index.js').ScenarioDocument[];
	export default scenarios;
}
