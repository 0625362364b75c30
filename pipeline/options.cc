#include "pipeline/options.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <map>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

const std::map<std::string, Command>& CommandNames() {
  static const std::map<std::string, Command> names = {
      {"run", Command::kRun},         {"check", Command::kCheck},     {"render", Command::kRender},
      {"forms", Command::kForms},     {"blank", Command::kBlank},     {"init", Command::kInit},
      {"rules", Command::kRules},     {"explain", Command::kExplain}, {"template", Command::kTemplate},
      {"list", Command::kList},       {"parity", Command::kParity},   {"doctor", Command::kDoctor},
      {"collect", Command::kCollect}, {"send", Command::kSend},       {"ledger", Command::kLedger},
      {"verify", Command::kVerify}};
  return names;
}

/// The language must be known before anything is said, so --lang is looked for by hand first.
void ChooseLanguage(int argc, const char* const* argv) {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (locale.empty() && value != nullptr) locale = value;
  }
  constexpr std::string_view kAssign = "--lang=";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) locale = argv[i + 1];
    if (word.starts_with(kAssign)) locale = word.substr(kAssign.size());
  }
  SetLang(LangOfLocale(locale));
}

/// The words as CLI11 fills them in.
struct Words {
  Options options;
  std::string issued, lang, folder = ".", out, init_folder, fail_on, policy_file, export_file, export_folder, before,
                            password_file;
};

void AddCommon(CLI::App* app, Words* words) {
  app->add_option("-C", words->folder, Say("庁内フォルダ（既定: 今のフォルダ）", "office folder (default: this one)"));
  app->add_option("-o", words->out,
                  Say("結果のフォルダ（既定: 庁内フォルダの out）", "folder for results (default: out)"));
  app->add_option("-j", words->options.jobs, Say("同時に働く数（既定: 全コア）", "threads (default: all cores)"))
      ->check(CLI::Range(1, 1024));
  app->add_flag("--json", words->options.json, Say("結果をJSONで標準出力へ", "machine-readable result on stdout"));
  app->add_flag("--quiet", words->options.quiet, Say("進み具合を出さない", "no progress messages"));
  app->add_option("--lang", words->lang, Say("言葉（ja, en）", "language of messages (ja, en)"))
      ->check(CLI::IsMember({"ja", "en"}));
}

void AddPeriod(CLI::App* app, Words* words) {
  app->add_option("PERIOD", words->options.period,
                  Say("2021-01、2021-01-13、2021-01-13..2021-01-26（既定: 勤怠の最も新しい月）",
                      "2021-01, 2021-01-13, 2021-01-13..2021-01-26 (default: newest month of attendance)"));
}

void AddRendering(CLI::App* app, Words* words) {
  Options& options = words->options;
  app->add_option("--form", options.forms, Say("この帳票だけ", "only this form"));
  app->add_option("--department", options.departments, Say("この所属とその下だけ", "only this department and below"));
  app->add_option("--format", options.formats, Say("pdf, xlsx, csv", "pdf, xlsx, csv"))
      ->delimiter(',')
      ->check(CLI::IsMember({"pdf", "xlsx", "csv"}));
  app->add_option("--issued", words->issued, Say("帳票の日付（YYYY-MM-DD）", "date printed on forms (YYYY-MM-DD)"));
  app->add_flag("--force", options.force,
                Say("エラーのある帳票も「要確認」として作る", "also make documents with errors, marked 要確認"));
}

void AddChecking(CLI::App* app, Words* words) {
  app->add_option("--fail-on", words->fail_on,
                  Say("終了コード 1 にする重さ（error, warning。既定: error）",
                      "findings that end in status 1 (error, warning; default: error)"))
      ->check(CLI::IsMember({"error", "warning"}));
  app->add_option("--policy", words->policy_file,
                  Say("この YAML の policy: にしたら増える指摘と減る指摘だけを出す",
                      "only show what findings the policy: of this YAML file would add and remove"));
}

CLI::App* AddCommand(CLI::App* app, const std::string& name, const std::string& help, Words* words) {
  CLI::App* command = app->add_subcommand(name, help);
  AddCommon(command, words);
  return command;
}

void AddFormats(CLI::App* app, Words* words) {
  app->add_option("--format", words->options.formats, "pdf, xlsx, csv")
      ->delimiter(',')
      ->check(CLI::IsMember({"pdf", "xlsx", "csv"}));
}

void AddList(CLI::App* app, Words* words) {
  Options& options = words->options;
  app->add_option("--table", options.list_table,
                  Say("一覧にする表（staff、職員、備品 …）", "the table (staff, 備品 …)"));
  app->add_option("--where", options.list_where,
                  Say("条件: 所属コード=1010（= != < > <= >= 含む。いくつでも）",
                      "condition: 所属コード=1010 (= != < > <= >= 含む; any number)"));
  app->add_option("--columns", options.list_columns,
                  Say("列: 職員番号,氏名,所属.所属名", "columns: 職員番号,氏名,所属.所属名"))
      ->delimiter(',');
  app->add_option("--sort", options.list_sort,
                  Say("並べ方: 氏名（ふりがな順）,-採用日", "order: 氏名 (by kana),-採用日"))
      ->delimiter(',');
  app->add_option("--group", options.list_group, Say("まとめる列", "column to group by"));
  app->add_option("--title", options.list_title, Say("表題", "title"));
}

void AddListCommand(CLI::App* app, Words* words) {
  CLI::App* list =
      AddCommand(app, "list", Say("表や条件に合う行の一覧を作る", "make a list of a table or a selection"), words);
  AddPeriod(list, words);
  AddList(list, words);
  AddFormats(list, words);
  list->add_flag("--blank", words->options.blank, Say("白紙で", "as an empty form"));
  list->get_option("--table")->required();
}

void AddParityCommand(CLI::App* app, Words* words) {
  CLI::App* parity = AddCommand(
      app, "parity",
      Say("PDF と XLSX の文字とページの切れ目を比べる", "compare the texts and page breaks of PDF and XLSX"), words);
  AddPeriod(parity, words);
  parity->add_option("--form", words->options.forms, Say("この帳票だけ", "only this form"));
}

void AddTemplateCommands(CLI::App* app, Words* words) {
  CLI::App* group = app->add_subcommand(
      "template", Say("様式を点検し、整え、試し刷りする", "check templates, tidy them, try them out"));
  group->require_subcommand(1);
  const auto add = [&](const char* name, const std::string& help, const char* subject) {
    CLI::App* command = AddCommand(group, name, help, words);
    command->add_option(subject, words->options.subject)->required();
    return command;
  };
  add("check", Say("様式の誤りと、使われていない項目を挙げる", "list what is wrong with a template, and values unused"),
      "FILE");
  add("dump", Say("整った書き方に直して出す", "print it in its canonical form"), "FILE");
  add("fields",
      Say("帳票（または表）の項目の一覧: 名前、種類、例",
          "every value that a form (or table) offers: path, type, example"),
      "FORM");
  CLI::App* preview = add("preview", Say("見本のデータで試し刷りする", "render it with sample data"), "FILE");
  AddFormats(preview, words);
  preview->add_flag("--blank", words->options.blank, Say("白紙で", "as an empty form"));
}

void AddSending(CLI::App* app, Words* words) {
  app->add_flag("--now", words->options.now, Say("期限前のものも送る", "also what is not due yet"));
  app->add_flag("--wait", words->options.wait,
                Say("送れるまで間をおいて繰り返す", "try again, with longer and longer pauses"));
}

void AddSendCommand(CLI::App* app, Words* words) {
  Options& options = words->options;
  CLI::App* send = AddCommand(
      app, "send", Say("作った帳票のうち期限の来たものを送る", "deliver what was rendered and is due"), words);
  AddPeriod(send, words);
  AddSending(send, words);
  send->add_flag("--dry-run", options.dry_run, Say("送らずに、送るものをそのまま示す", "show exactly what would go"));
  send->add_option("--confirm", options.confirm,
                   Say("保留・不明・失敗のものを、確かめたうえで送る", "let a held, unknown or failed message go"));
  send->add_option("--arrived", options.arrived,
                   Say("不明のものを、届いたものとして扱う", "take an unknown message as arrived"));
  send->add_option("--export", words->export_folder,
                   Say("送らずに .eml をこのフォルダーに書き出す", "write .eml files to this folder instead"));
}

void AddLedgerCommands(CLI::App* app, Words* words) {
  Options& options = words->options;
  CLI::App* ledger =
      AddCommand(app, "ledger",
                 Say("台帳: 何を作り、いつ誰に送ったか", "the ledger: what was made and sent, when, to whom"), words);
  ledger
      ->add_option("ACTION", options.action,
                   Say("prune: 古い行から個人情報を除く", "prune: take personal data out of old rows"))
      ->check(CLI::IsMember({"prune"}));
  ledger->add_option("--form", options.forms, Say("この帳票だけ", "only this form"));
  ledger->add_option("--department", options.departments, Say("この所属だけ", "only this department"));
  ledger->add_option("--period", options.period, Say("この期間だけ", "only this period"));
  ledger->add_option("--recipient", options.recipient, Say("この宛先だけ（一部でもよい）", "only this recipient"));
  ledger->add_option("--state", options.state,
                     Say("この状態だけ（作成・送信待ち・再送待ち・保留・不明・失敗・送信済・差替え）",
                         "only this state (made, waiting, retry, held, unknown, failed, sent, withdrawn)"));
  ledger->add_option("--export", words->export_file,
                     Say("一覧を .csv か .xlsx に書き出す", "write the list to a .csv or .xlsx file"));
  ledger->add_option("--before", words->before, Say("prune: この日より前（YYYY-MM-DD）", "prune: before this day"));
  AddCommand(app, "verify", Say("ファイルと台帳が合っているかを確かめる", "whether the files still match the ledger"),
             words);
}

void AddCommands(CLI::App* app, Words* words) {
  CLI::App* run =
      AddCommand(app, "run", Say("点検して帳票を作る（いつもの仕事）", "check and render: the main job"), words);
  AddPeriod(run, words);
  run->add_flag("--send", words->options.send, Say("期限の来たものを送る", "deliver what is due"));
  AddSending(run, words);
  AddRendering(run, words);
  CLI::App* check =
      AddCommand(app, "check", Say("表を読み、規則に照らして指摘を出す", "read the tables and report findings"), words);
  AddPeriod(check, words);
  AddChecking(check, words);
  CLI::App* render = AddCommand(app, "render", Say("帳票を作る", "render documents"), words);
  AddPeriod(render, words);
  AddRendering(render, words);
  AddList(render, words);
  AddCommand(app, "forms", Say("帳票とパックの一覧", "list forms and packs"), words);
  AddCommand(app, "rules", Say("規則の一覧（重さ、上限、根拠）", "list the rules with severity, limit and source"),
             words);
  CLI::App* explain = AddCommand(app, "explain", Say("規則の説明", "explain a rule"), words);
  explain->add_option("RULE", words->options.rule, Say("規則の名前", "the rule's id"))->required();
  CLI::App* doctor =
      AddCommand(app, "doctor",
                 Say("表のファイルを診る（文字コード、列、あいまいな日付・時刻、外字）",
                     "look at input files: encoding, columns, ambiguous dates and times, missing characters"),
                 words);
  doctor->add_option("FILES", words->options.files,
                     Say("診るファイル（既定: data/ の全部）", "files (default: all of data/)"));
  CLI::App* blank = AddCommand(app, "blank", Say("記入用の白紙の帳票を作る", "render empty, printable forms"), words);
  blank->add_option("ID", words->options.forms, Say("帳票の名前", "form ids"))->required();
  AddFormats(blank, words);
  AddTemplateCommands(app, words);
  CLI::App* collect = AddCommand(
      app, "collect", Say("所属が記入した出勤状況報告書を集める", "merge headcount workbooks filled in by departments"),
      words);
  collect->add_option("FILE", words->options.files, Say("XLSX ファイルかフォルダー", "workbooks, or folders of them"))
      ->required();
  collect->add_option("--password-file", words->password_file,
                      Say("保護されたファイルのパスワードを書いたファイル（モード 0600）",
                          "a file (mode 0600) with the password of protected workbooks"));
  AddListCommand(app, words);
  AddParityCommand(app, words);
  CLI::App* init = AddCommand(app, "init", Say("庁内フォルダを作る", "make an office folder"), words);
  init->add_option("DIR", words->init_folder, Say("作る場所", "where"));
  init->add_flag("--sample", words->options.sample, Say("見本の市（若葉市）を入れる", "fill it with the sample city"));
  AddSendCommand(app, words);
  AddLedgerCommands(app, words);
}

void RefuseUnknownCommand(const std::string& word) {
  std::vector<std::string> names;
  for (const auto& [name, command] : CommandNames()) names.push_back(name);
  if (CommandNames().contains(word) || word.starts_with("-")) return;
  const auto nearest = NearestName(word, names);
  throw UsageFault(nearest ? Say("知らない命令「{}」です。「{}」ではありませんか。",
                                 "unknown command \"{}\"; did you mean \"{}\"?", word, *nearest)
                           : Say("知らない命令「{}」です。使えるのは {} です。",
                                 "unknown command \"{}\"; known are {}.", word, Join(names, ", ")));
}

[[noreturn]] void RefuseUse(const CLI::ParseError& error) {
  throw UsageFault(Say("使い方が違います: {}\n    chohyo --help で使い方が出ます。",
                       "wrong usage: {}\n    chohyo --help shows how.", error.what()));
}

std::optional<Date> ParseDate(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = Date::FromIso(text);
  if (!date) {
    throw UsageFault(Say("{}「{}」は日付ではありません。2021-01-31 のように書いてください。",
                         "{} \"{}\" is no date; write it like 2021-01-31.", option, text));
  }
  return date;
}

Options Finish(const CLI::App& app, Words* words) {
  Options options = std::move(words->options);
  const CLI::App* command = app.get_subcommands().front();
  options.command = CommandNames().at(command->get_name());
  if (!command->get_subcommands().empty()) options.action = command->get_subcommands().front()->get_name();
  options.folder = words->folder;
  options.out = words->out;
  options.init_folder = words->init_folder;
  options.fail_on_warning = words->fail_on == "warning";
  options.policy_file = words->policy_file;
  options.issued = ParseDate("--issued", words->issued);
  options.before = ParseDate("--before", words->before);
  options.export_file = words->export_file;
  options.export_folder = words->export_folder;
  options.password_file = words->password_file;
  return options;
}

}  // namespace

ParsedOptions ParseOptions(int argc, const char* const* argv) {
  ChooseLanguage(argc, argv);
  if (argc > 1) RefuseUnknownCommand(argv[1]);
  Words words;
  CLI::App app(Say("chohyo（帳票）: 勤怠と業務の表から、正しい帳票を作ります。",
                   "chohyo (帳票): official forms from the office's own tables."),
               "chohyo");
  app.require_subcommand(1);
  app.set_help_flag("--help,-h", Say("この説明", "this help"));
  app.set_version_flag("--version", "chohyo " CHOHYO_VERSION, Say("版", "version"));
  AddCommands(&app, &words);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return {std::nullopt, chosen.empty() ? app.help() : chosen.front()->help()};
  } catch (const CLI::CallForVersion& version) {
    return {std::nullopt, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    RefuseUse(error);
  }
  return {Finish(app, &words), {}};
}

}  // namespace chohyo
