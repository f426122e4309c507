// The module `toronto-open311-mock/server`, for Node: the mock-up on a port.
export { startServer, type RunningServer, type ServerOptions } from '../hosts/server';
