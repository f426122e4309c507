/** What a developer should know of a check or a scene. Text between backticks is code. */
export interface Guidance {
	/** Why it matters to the person who reports, or to the city. */
	why: string;
	/** What goes wrong in practice. */
	wrong: string;
	/** How to do it right. */
	right: string;
}

/** The guidance of one check, with its name in plain words. */
export interface CheckGuidance extends Guidance {
	title: string;
}
