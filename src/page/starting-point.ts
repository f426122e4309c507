/** A test case to begin with: its id, and a title short enough for a list beside the methods. */
export interface StartingPoint {
	id: string;
	title: string;
}
