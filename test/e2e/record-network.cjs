// Loaded into the host of extensions, and with NODE_OPTIONS into the programs that extensions start: what they ask of a
// network is refused, and written into the file that ASKED names. Loopback is no network. Requests of any protocol end in
// one of these functions.

const { appendFileSync } = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

function refuse(what) {
  appendFileSync(process.env.ASKED, `${what}\n`);
  throw new Error(`refused: ${what}`);
}

function isHere(host) {
  return /^(?:localhost|127\..*|::1)?$/.test(host);
}

const { Socket } = require("node:net");
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...words) {
  // As `net` normalizes them: a list in a list, or options, or a port and a host, or the path of a socket.
  const [first, second] = Array.isArray(words[0]) ? words[0] : words;
  const options = typeof first === "object" && first !== null ? first : {};
  const host = typeof first === "object" ? (options.host ?? "") : typeof second === "string" ? second : "";
  const isPath = options.path !== undefined || (typeof first === "string" && Number.isNaN(Number(first)));
  if (!isPath && !isHere(host)) refuse(host);
  return connect.apply(this, words);
};
const names = ["lookup", "lookupService", "resolve", "resolve4", "resolve6", "resolveAny", "reverse"];
const dns = require("node:dns");
for (const owner of [dns, dns.promises])
  for (const name of names) {
    const usual = owner[name];
    if (usual !== undefined)
      owner[name] = (host, ...rest) => (isHere(host) ? usual.call(owner, host, ...rest) : refuse(host));
  }
require("node:dgram").createSocket = () => refuse("a datagram");
syncBuiltinESMExports();
appendFileSync(process.env.ASKED, `watched: ${process.argv[1]}\n`);
