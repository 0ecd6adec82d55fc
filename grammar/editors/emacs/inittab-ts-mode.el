;;; inittab-ts-mode.el --- Tree-sitter mode for /etc/inittab  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.1.0
;; Package-Requires: ((emacs "29.1"))
;; Keywords: languages, unix

;;; Commentary:

;; Colors, an index of the entries, and comments.  The grammar is compiled by
;; M-x treesit-install-language-grammar, or found in `treesit-extra-load-path'.

;;; Code:

(require 'treesit)

(defun inittab-ts-mode--rules ()
  "What is shown in which color."
  (treesit-font-lock-rules
   :language 'inittab
   :feature 'comment
   '((comment) @font-lock-comment-face)

   :language 'inittab
   :feature 'keyword
   '((action) @font-lock-keyword-face)

   :language 'inittab
   :feature 'definition
   '((id) @font-lock-variable-name-face
     (runlevels) @font-lock-constant-face)

   :language 'inittab
   :feature 'function
   '((command :anchor (word) @font-lock-function-name-face))

   :language 'inittab
   :feature 'option
   '((command (_) (word) @font-lock-builtin-face
      (:match "\\`-" @font-lock-builtin-face)))

   :language 'inittab
   :feature 'delimiter
   '(":" @font-lock-delimiter-face
     (flag) @font-lock-delimiter-face
     (operator) @font-lock-delimiter-face)))

(defun inittab-ts-mode--name (node)
  "The id of the record NODE."
  (let ((id (treesit-node-child-by-field-name node "id")))
    (and id (treesit-node-text id t))))

;;;###autoload
(define-derived-mode inittab-ts-mode prog-mode "Inittab"
  "Major mode for /etc/inittab, by tree-sitter."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+[ \t]*")
  (when (treesit-ready-p 'inittab)
    (treesit-parser-create 'inittab)
    (setq-local treesit-font-lock-settings (inittab-ts-mode--rules))
    (setq-local treesit-font-lock-feature-list
                '((comment) (keyword definition) (function option) (delimiter)))
    (setq-local treesit-defun-type-regexp "\\`record\\'")
    (setq-local treesit-defun-name-function #'inittab-ts-mode--name)
    (setq-local treesit-simple-imenu-settings
                '(("Entry" "\\`record\\'" nil inittab-ts-mode--name)))
    (treesit-major-mode-setup)))

;;;###autoload
(add-to-list 'auto-mode-alist '("/inittab\\'" . inittab-ts-mode))

(provide 'inittab-ts-mode)
;;; inittab-ts-mode.el ends here
