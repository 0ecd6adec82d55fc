// Services of the network, and what they do when they are simply called: stay, or go into the background.

import { daemon, detaches, type Program, saying, stays, type ToldByValue, varies } from "./program.ts";

const apache: ToldByValue = {
  option: "-D",
  value: /^(?:FOREGROUND|NO_DETACH)$/,
  example: "FOREGROUND",
  fate: "stays",
};

/** Of the programs of the name only Apache's has it. */
const apacheControl: ToldByValue = {
  option: "-k",
  value: /^(?:start|restart|graceful)$/,
  example: "start",
  fate: "background",
};

/** Services of the network. */
export const networkDaemonPrograms: readonly Program[] = [
  // Logins and files over the network.
  daemon("sshd", detaches("-D -d", "-t -T -i")),
  daemon("dropbear", detaches("-F", "", "-i")),
  daemon("telnetd", detaches("-F -w", "", "-i")),
  daemon("utelnetd", stays("-d")),
  daemon("inetd", detaches("-f -i", "", "-d --debug")),
  daemon("xinetd", detaches("-dontfork -inetd_compat", "-version", "-d")),
  daemon("vsftpd", varies()),
  daemon("proftpd", detaches("-n --nodaemon", "-t --configtest", "-X --nofork")),
  daemon("pure-ftpd", stays("-B --daemonize")),
  daemon("in.tftpd tftpd", varies({ foreground: "-L --foreground", background: "-l --listen" })),
  daemon(
    "smbd nmbd winbindd",
    varies({
      foreground: "-F --foreground -i --interactive",
      background: "-D --daemon",
      ending: "-b --build-options",
    }),
  ),
  daemon("rpcbind portmap", detaches("-f", "", "-d")),
  daemon("rpc.statd", detaches("-F --foreground", "-N")),
  daemon("rpc.mountd", detaches("-F --foreground")),
  // The web.
  daemon(
    "httpd",
    saying(detaches("-f -DFOREGROUND -X", "-t -S", "-D -k -i -m -e -d", "-f"), apache, apacheControl),
  ),
  daemon("apache2", saying(detaches("-DFOREGROUND -X", "-t -S", "-D -k"), apache, apacheControl)),
  daemon("lighttpd", detaches("-D", "-t -tt -p -1")),
  daemon(
    "nginx",
    saying(
      varies({ ending: "-t -T -s" }),
      { option: "-g", value: /(?:^|[;\s])daemon\s+off\s*;/, example: "'daemon off;'", fate: "stays" },
      { option: "-g", value: /(?:^|[;\s])daemon\s+on\s*;/, example: "'daemon on;'", fate: "background" },
    ),
  ),
  daemon(
    "php-fpm php5-fpm php-fpm7 php-fpm8 php-fpm7.0 php-fpm7.3 php-fpm7.4 php-fpm8.1 php-fpm8.2 php-fpm8.4",
    varies({
      foreground: "-F --nodaemonize",
      background: "-D --daemonize",
      ending: "-t --test -v -i --info -m --modules",
    }),
  ),
  daemon("thttpd", detaches("-D")),
  daemon("mini_httpd", detaches("-D")),
  daemon("boa", detaches("-d")),
  daemon("uhttpd", detaches("-f")),
  // Addresses and names.
  daemon("udhcpc", detaches("-f", "-q")),
  daemon("udhcpd", detaches("-f")),
  daemon("dhclient", detaches("-d", "-x -r")),
  daemon(
    "dhcpcd",
    varies({
      foreground: "-B --nobackground",
      background: "-b --background",
      ending: "-k --release -x --exit",
    }),
  ),
  daemon("dhcpd", detaches("-f -d", "-t -T")),
  daemon("zcip", detaches("-f", "-q")),
  daemon("dnsmasq", detaches("-k --keep-in-foreground -d --no-daemon", "--test -w")),
  daemon("dnsd", stays("-d")),
  daemon("named", detaches("-f -g", "-C")),
  daemon("nscd", detaches("-F --foreground -d --debug", "-i --invalidate -K --shutdown -g --statistic")),
  daemon("avahi-daemon", stays("-D --daemonize", "-k --kill -r --reload -c --check")),
  daemon("wpa_supplicant", stays("-B")),
  daemon("hostapd", stays("-B")),
  daemon("connmand", detaches("-n --nodaemon", "", "-d --debug")),
  daemon("ifplugd", detaches("-n --no-daemon", "-c --check-running -k --kill -S -R")),
  daemon("pppd", varies()),
  daemon("openvpn", varies({ background: "--daemon" })),
  daemon("mosquitto", stays("-d --daemon")),
  daemon("memcached", stays("-d --daemon")),
  daemon("unbound", detaches("-d")),
  daemon("bird bird6", detaches("-f -d", "-p")),
  daemon("zebra bgpd ospfd ripd", stays("-d --daemon")),
  daemon("privoxy", detaches("--no-daemon", "--config-test")),
  daemon("squid", detaches("-N --foreground", "-k -z")),
  daemon("lldpd", detaches("-d")),
  daemon("keepalived", detaches("-n --dont-fork", "-t --config-test")),
];
