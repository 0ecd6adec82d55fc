// Which processes let somebody in. The words are those of real files; where a program is unknown nothing can be said.

/** Whether the process of a record offers a login, as far as its words tell. */
export function offersLogin(process: string): boolean {
  return login.test(process);
}

/** A getty, a login, a display manager or a shell, or anything that is given a terminal. */
const login =
  /getty|login|[xgkws]dm\b|lightdm|\bslim\b|\bnodm\b|lxdm|prefdm|startx|startdm|xinit|xorg|x11|\bX\b|\/(?:ba|da|a|k|z|c|tc)?sh\b(?! +[-/])|\btty|\bvc\/|\bhvc|console|\bpts\b|weston|screen|tmux/i;
