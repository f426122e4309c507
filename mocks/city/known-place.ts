/**
 * A place that the geocoder knows. The address is in the City's style of 2012 (upper case, corners
 * `A ST & B AVE`), the coordinates are WGS84 degrees. `invented` means that `address_id` is not the
 * City's number but one of a reserved range. `address_id` is null only outside the city.
 */
export type KnownPlace = {
	readonly address: string;
	readonly address_id: string | null;
	readonly lat: number;
	readonly long: number;
	readonly invented: boolean;
};
