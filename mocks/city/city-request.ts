import type { StatusNote } from '../data/requests';

/** A reported problem. Instants are in milliseconds since 1970. */
export interface CityRequest {
	service_request_id: string;
	/** The token that leads to its id; null for none. */
	token: string | null;
	service_code: string;
	note: StatusNote;
	requested: number;
	updated: number | null;
	expected: number | null;
	address: string | null;
	address_id: string | null;
	lat: number | null;
	long: number | null;
	description: string | null;
	media_url: string | null;
	/** The instant at which its id is assigned; before it, only the token is known. */
	assigned: number;
	/** Whether a new report of the same code near it is its duplicate. */
	duplicateTarget: boolean;
	/** Whether somebody set its state by hand, so that it no longer changes with time. */
	held: boolean;
}
