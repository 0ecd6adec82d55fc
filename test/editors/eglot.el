;;; eglot.el --- What a person does in Emacs with eglot, and what is then shown  -*- lexical-binding: t -*-

;;; Code:

(require 'cl-lib)
(require 'flymake)

(defun report-section (name text)
  "Append the section NAME with TEXT to the report."
  (write-region (format "== %s\n%s\n" name (string-trim-right text)) nil (getenv "REPORT") t 'quiet))

(defun await (what condition)
  "Wait for WHAT until CONDITION gives a value, and return it."
  (let ((limit (+ (float-time) 10)) value)
    (while (not (or (setq value (funcall condition)) (> (float-time) limit)))
      (accept-process-output nil 0.02)
      ;; In batch mode Emacs is never idle, and only then eglot sends changes.
      (mapc #'timer-event-handler (copy-sequence timer-idle-list)))
    (or value (error "Waited in vain for %s" what))))

(defun shown-diagnostic (diagnostic)
  "DIAGNOSTIC with the text that it marks."
  (let ((beginning (flymake-diagnostic-beg diagnostic)))
    (format "%d %s <%s> %s"
            (line-number-at-pos beginning)
            (substring (symbol-name (flymake-diagnostic-type diagnostic)) (length "eglot-"))
            (buffer-substring-no-properties beginning (flymake-diagnostic-end diagnostic))
            (let ((text (flymake-diagnostic-text diagnostic)))
              (and (string-match "\\[\\(.*?\\)\\]" text) (match-string 1 text))))))

(defun await-diagnostics (rule present)
  "Wait for diagnostics that tell of RULE, or do not if PRESENT is nil."
  (await "diagnostics"
         (lambda ()
           (let ((text (mapconcat #'shown-diagnostic
                                  (sort (flymake-diagnostics)
                                        (lambda (one other)
                                          (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other))))
                                  "\n")))
             (and (not (string-empty-p text))
                  (eq (and (string-match-p rule text) t) present)
                  text)))))

(find-file (pop command-line-args-left))
;; Without a display nobody sees a first command, which is what starts eglot.
(run-hooks 'post-command-hook)
(await "eglot" (lambda () (bound-and-true-p eglot--managed-mode)))
;; What is tried: a rule that speaks, where to type what and what completes it, the place of a hover, and the place of a
;; mistake with the rule that finds it.
(cl-destructuring-bind (rule where typed rest hovered mistake mistaken named renamed to)
    (if (derived-mode-p 'sh-mode)
        '("lsb-facility-unknown" "^# Required-Stop:.*\n" "# Sh" "ould-Star" "^# Required-Start: *.rem" "sy" "lsb-facility-unknown"
          "^# Required-Stop: *.rem" "^# Provides: *sv" "svcd")
      '("at-flag-portability" "\\'" "x1:2:o" "nc" "^si::sys" ":wi" "unknown-action" "^l3" "^1" "t1"))
  (report-section "diagnostics" (await-diagnostics rule t))

  (goto-char (point-min))
  (re-search-forward where)
  (unless (eobp) (save-excursion (insert "\n")))
  (insert typed)
  (let ((capf (eglot-completion-at-point)))
    (report-section "completion"
                    (string-join (all-completions (buffer-substring (nth 0 capf) (nth 1 capf)) (nth 2 capf)) "\n")))
  (insert rest)
  (completion-at-point)
  (report-section "completed line"
                  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
  (delete-region (line-beginning-position) (line-end-position))
  (unless (eobp) (delete-char 1))

  (goto-char (point-min))
  (re-search-forward hovered)
  (let (hover)
    (eglot-hover-eldoc-function
     (lambda (text &rest _) (setq hover text)))
    (report-section "hover" (await "a hover" (lambda () hover))))

  (goto-char (point-min))
  (search-forward mistake)
  ;; Not by mouse: then eglot asks in the minibuffer, where the first answer is taken.
  (let ((last-nonmenu-event t))
    (cl-letf (((symbol-function 'completing-read) (lambda (_prompt items &rest _) (caar items))))
      (call-interactively #'eglot-code-actions)))
  (report-section "diagnostics after the quick fix" (await-diagnostics mistaken nil))

  (goto-char (point-min))
  (re-search-forward named)
  (backward-char)
  (report-section "references"
                  (mapconcat (lambda (place)
                               (format "%d: %s"
                                       (xref-location-line (xref-item-location place))
                                       (substring-no-properties (xref-item-summary place))))
                             (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot))
                             "\n"))

  (goto-char (point-min))
  (re-search-forward renamed)
  (backward-char)
  (eglot-rename to)
  (goto-char (point-min))
  (re-search-forward to)
  (report-section "renamed line"
                  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

  (let ((before (split-string (buffer-string) "\n")) (row 0) changed)
    (eglot-format-buffer)
    (dolist (line (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n"))
      (setq row (1+ row))
      (unless (equal line (substring-no-properties (nth (1- row) before)))
        (push (format "%d: <%s>" row line) changed)))
    (report-section "formatted lines" (string-join (nreverse changed) "\n"))))

(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
;;; eglot.el ends here
