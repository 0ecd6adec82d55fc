-- Opens a file, highlights it with the grammar, and reports what is on the screen: for each line, which text has the
-- colors of which group. Runs in Neovim 0.7 and newer.

local report = assert(io.open(os.getenv("REPORT"), "w"))
local groups = { "Comment", "Identifier", "Number", "Keyword", "Delimiter", "Operator", "Function", "Constant" }

--- What newer releases call these groups.
local captures = {
  comment = "Comment", property = "Identifier", number = "Number", keyword = "Keyword", operator = "Operator",
  ["punctuation.delimiter"] = "Delimiter", ["punctuation.special"] = "Delimiter", ["function.call"] = "Function",
  constant = "Constant",
}

vim.opt.termguicolors = true
vim.opt.columns = 100
for index, group in ipairs(groups) do
  vim.cmd(("highlight %s guifg=#%06x gui=NONE"):format(group, index))
end
if vim.fn.has("nvim-0.8") == 1 then
  for capture, group in pairs(captures) do vim.cmd(("highlight! link @%s %s"):format(capture, group)) end
end

--- Starts the highlighter in the window that is shown.
local function highlight()
  if vim.treesitter.start then return vim.treesitter.start(0, "inittab") end
  vim.treesitter.highlighter.new(vim.treesitter.get_parser(0, "inittab"))
end

--- The attributes of the screen by group: that of a letter with the colors of each.
local function known_attributes()
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, true, groups)
  for row, group in ipairs(groups) do
    vim.api.nvim_buf_add_highlight(buffer, -1, group, row - 1, 0, -1)
  end
  vim.api.nvim_win_set_buf(0, buffer)
  vim.cmd("redraw!")
  local known = {}
  for row, group in ipairs(groups) do known[vim.fn.screenattr(row, 1)] = group end
  return known
end

local function shown(known, row)
  local runs, last = {}, nil
  for column = 1, 100 do
    local group = known[vim.fn.screenattr(row, column)]
    local letter = vim.fn.screenstring(row, column)
    if group ~= nil and group == last then
      runs[#runs] = runs[#runs] .. letter
    elseif group ~= nil then
      runs[#runs + 1] = group .. " " .. letter
    end
    last = group
  end
  return table.concat(runs, " | ")
end

local file = vim.api.nvim_get_current_buf()
local known = known_attributes()
vim.api.nvim_win_set_buf(0, file)
highlight()
vim.cmd("redraw!")
for row = 1, vim.api.nvim_buf_line_count(file) do report:write(shown(known, row), "\n") end
report:close()
vim.cmd("quitall!")
