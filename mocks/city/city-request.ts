import type { Note } from '../data/requests';

/** A reported problem as the city knows it. Instants are milliseconds since 1970. */
export interface CityRequest {
	service_request_id: string;
	/** What a report was answered with, and can be followed by; null if it cannot. */
	token: string | null;
	service_code: string;
	note: Note;
	requested: number;
	updated: number | null;
	expected: number | null;
	address: string | null;
	address_id: string | null;
	lat: number | null;
	long: number | null;
	description: string | null;
	media_url: string | null;
	/** The instant its id was assigned: before, only its token is known. */
	assigned: number;
	/** Whether a new report of the same code near it counts as its duplicate. */
	duplicateTarget: boolean;
	/** Whether somebody set its state by hand: then time alone changes nothing. */
	held: boolean;
}
