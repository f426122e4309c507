/** A stretch of a text: where it starts and where the next begins. */
export interface Place {
	from: number;
	to: number;
}
