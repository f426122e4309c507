// What `toronto-open311-mock/server` gives to a program in Node: the mock-up on a port.
export { startServer, type RunningServer, type ServerOptions } from '../hosts/server';
