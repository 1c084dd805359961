// Many Node servers bind every interface. Loaded first, this keeps each of them on 127.0.0.1.
'use strict';
const net = require('node:net');
const listen = net.Server.prototype.listen;
const HOST = '127.0.0.1';

net.Server.prototype.listen = function (...given) {
  const first = given[0];
  if (first !== null && typeof first === 'object') {
    const isPort = first.path === undefined && first.fd === undefined && first._handle === undefined;
    return isPort ? listen.call(this, { ...first, host: HOST }, ...given.slice(1)) : listen.apply(this, given);
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) {
    return listen.apply(this, given);
  }
  const then = given.find((one) => typeof one === 'function');
  return listen.call(this, { port: typeof first === 'function' ? 0 : Number(first) || 0, host: HOST }, then);
};
