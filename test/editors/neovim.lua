-- What a person does in Neovim, key by key, and what is then on the screen. Runs in Neovim 0.7 and newer.

local report = assert(io.open(os.getenv("REPORT"), "w"))

local function section(name, lines)
  report:write("== ", name, "\n", table.concat(lines, "\n"), "\n")
end

--- Waits until the condition gives a value. The editor goes on meanwhile, as it must for keys to be typed.
local function await(what, condition)
  local this = coroutine.running()
  local limit = vim.loop.now() + 10000
  local function look()
    local value = condition()
    if value then
      assert(coroutine.resume(this, value))
    elseif vim.loop.now() > limit then
      io.stderr:write("waited in vain for " .. what .. "\n")
      vim.cmd("cquit!")
    else
      vim.defer_fn(look, 20)
    end
  end
  vim.defer_fn(look, 20)
  return coroutine.yield()
end

local function keys(text)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(text, true, false, true), "t", false)
end

local severities = { "error", "warning", "information", "hint" }

--- The diagnostics with the text that each of them marks; columns are bytes here.
local function diagnostics()
  local found = vim.diagnostic.get(0)
  table.sort(found, function(one, other) return one.lnum < other.lnum end)
  return vim.tbl_map(function(diagnostic)
    local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
    local marked = line:sub(diagnostic.col + 1, diagnostic.end_col)
    local code = diagnostic.code or diagnostic.user_data.lsp.code
    return ("%d %s <%s> %s"):format(diagnostic.lnum + 1, severities[diagnostic.severity], marked, code)
  end, found)
end

--- Waits for diagnostics, among them or not among them that of the settings' release or of a mistake.
local function await_diagnostics(pattern, present)
  return await("diagnostics", function()
    local lines = diagnostics()
    local found = table.concat(lines, "\n"):find(pattern, 1, true) ~= nil
    return #lines > 0 and found == present and lines
  end)
end

local function floating_window()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then return window end
  end
end

--- What is tried in a file of each type: a rule that speaks and stays, the keys of a completion and of a
--- hover, and the place of a mistake with the rule that finds it.
local plans = {
  inittab = {
    rule = "at-flag-portability",
    complete = "Gox1:2:o<C-x><C-o>",
    hover = "3G4lK",
    mistake = { line = 4, column = 6, rule = "unknown-action" },
    named = { line = 5, column = 0 },
    renamed = { line = 8, column = 0, to = "t1" },
  },
  sh = {
    rule = "lsb-facility-unknown",
    complete = "5Go# Sh<C-x><C-o>",
    hover = "4G25|K",
    mistake = { line = 4, column = 34, rule = "lsb-facility-unknown" },
    named = { line = 5, column = 25 },
    renamed = { line = 3, column = 22, to = "svcd" },
  },
}

local function try()
  local plan = plans[vim.bo.filetype]
  section("diagnostics", await_diagnostics(plan.rule, true))

  -- No comment signs but those that are typed.
  vim.bo.formatoptions = ""
  keys(plan.complete)
  local info = await("a completion", function()
    local info = vim.fn.complete_info({ "items" })
    return #info.items > 0 and info
  end)
  section("completion", vim.tbl_map(function(item) return item.word end, info.items))
  keys("<C-y><Esc>")
  await("normal mode", function() return vim.api.nvim_get_mode().mode == "n" end)
  section("completed line", { vim.api.nvim_get_current_line() })
  keys("u")

  keys(plan.hover)
  local hover = await("a hover", floating_window)
  section("hover", vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(hover), 0, -1, true))

  vim.ui.select = function(items, _, choose) choose(items[1], 1) end
  keys(("%dG%d|"):format(plan.mistake.line, plan.mistake.column))
  await("the place", function() return vim.api.nvim_win_get_cursor(0)[1] == plan.mistake.line end)
  vim.lsp.buf.code_action()
  section("diagnostics after the quick fix", await_diagnostics(plan.mistake.rule, false))

  vim.api.nvim_win_set_cursor(0, { plan.named.line, plan.named.column })
  vim.lsp.buf.references()
  local places = await("references", function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  section("references", vim.tbl_map(function(place) return ("%d: %s"):format(place.lnum, place.text) end, places))
  vim.cmd("cclose")

  vim.api.nvim_win_set_cursor(0, { plan.renamed.line, plan.renamed.column })
  vim.lsp.buf.rename(plan.renamed.to)
  await("the other name", function()
    return vim.api.nvim_get_current_line():find(plan.renamed.to, 1, true)
  end)
  section("renamed line", { vim.api.nvim_get_current_line() })

  local before = vim.api.nvim_buf_get_lines(0, 0, -1, true);
  (vim.lsp.buf.format or vim.lsp.buf.formatting_sync)()
  local changed = {}
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    if line ~= before[row] then changed[#changed + 1] = ("%d: <%s>"):format(row, line) end
  end
  section("formatted lines", changed)

  report:close()
  vim.cmd("quitall!")
end

coroutine.wrap(function()
  local ended, mistake = pcall(try)
  if not ended then
    io.stderr:write(tostring(mistake) .. "\n")
    vim.cmd("cquit!")
  end
end)()
