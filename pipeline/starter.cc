#include "pipeline/starter.h"

#include <string>
#include <string_view>
#include <system_error>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kConfiguration =
    R"yaml(# chohyo の設定。「#」から行末までは説明です。書いてある値は、ことわりがなければ既定値です。
# 知らないキーは、近い名前を示して断ります。パスは、このフォルダーからの相対パスで書きます。

office:
  name: ○○市                    # 市区町村名（必須。最初に書き換えてください）
  head: {title: 市長, name: ""}  # 団体の長の職名と氏名（報告書の宛先）
  hr: 人事課                     # 人事担当課（出勤状況の提出先）
  it: 情報政策課                 # 情報担当課（端末機の貸出元）
  security_manager: 総務部長     # 情報セキュリティ管理者
  suffix: 殿                     # 宛名の敬称

packs: [kawasaki, tarumizu, oyama, security]  # 使う様式集（必須）。内蔵の名前か、フォルダーのパス

prepared_by: ""  # 作成者（例：総務課庶務係）

# 決裁欄。一覧なら全ての様式に、様式ごとなら {default: [係長, 課長], oyama.plan: [課長]} のように書きます。
approval: []

encoding: auto          # 表の文字コード。auto・utf-8・cp932・utf-16。表ごとなら {staff: cp932} のように書きます
year_end: 12-29..01-03  # 年末年始の休み（月-日..月-日）

policy:                         # 団体ごとに違う基準
  telework_days_per_week: 4     # 在宅勤務ができる日数（月曜から日曜までの1週間）
  office_days_per_week: 0       # 週に出勤しなければならない日数（0 は定めなし）
  telework_unit: day            # 在宅勤務の単位: day（1日）, half_day（半日）, hour（時間）
  timecard_tolerance: 10min     # 勤務計画とタイムカードのずれの許容範囲
  contact_tolerance: 15min      # 開始・終了の連絡時刻のずれの許容範囲
  overlap_share: 0.5            # 時差出勤で、同じ勤務区分に重なってよい割合
  ineligible: [条件付採用, 臨時的任用, 非常勤, 会計年度任用]  # 在宅勤務の対象外とする任用区分

fonts:
  mincho: [IPAexMincho, BIZUDMincho, IPAmjMincho]  # 明朝体。前から順に、字形のあるものを使います
  gothic: [IPAexGothic, BIZUDGothic, IPAmjMincho]  # ゴシック体（同じ）
  # gaiji: fonts/office.ttf                        # 外字フォント（既定：なし）

pdf:
  standard: a-1b  # PDFの規格。none・a-1b・a-2u
  qr: false       # 文書番号のQRコードを印刷するか

# 送付（既定：なし）。使うときは、行頭の「# 」を外して書き換えてください。
# mail:
#   from: 総務課 <soumu@city.example>       # 差出人
#   smtp:                                   # 送信サーバー。代わりに sendmail: /usr/sbin/sendmail とも書けます
#     host: 127.0.0.1
#     port: 25
#     tls: starttls                         # none・starttls・tls
#     ca_file: ca.pem                       # 認証局の証明書
#     user: soumu
#     password_file: smtp.secret            # パスワードを書いたファイル
#     timeout: 30s                          # 応答を待つ時間
#   domains: [city.example]                 # 差出人・宛先に使ってよいドメイン
#   routes:                                 # 送付先ごとに一つ
#     - name: daily-headcount               # 送付の名前
#       form: kawasaki.headcount            # 送る様式。pack は所属ごとの綴り
#       period: day                         # day・month
#       format: xlsx                        # pdf・xlsx
#       to: [jinji@city.example]            # 宛先
#       cc: []                              # 写し
#       subject: "職員の出勤状況（{{date | wareki}}）"   # 件名
#       body: mail/daily.txt                # 本文のファイル
#       attach_as: "{{title}}_{{department.name}}_{{date}}"   # 添付ファイルの名前
#       bundle: false                       # true なら期間分を1通にまとめる
#       due: "17:00"                        # 送る時刻（なければすぐ）
#       protect: {password_file: hr.secret} # 添付のパスワード。password_env・password_command とも書けます
#       permission: {by: 総務部長, date: 2021-01-04}     # 情報セキュリティ管理者の許可
#     - name: monthly-packs
#       form: pack
#       period: month
#       drop: /srv/share/jinji              # メールの代わりに置くフォルダー
#       notice: [jinji@city.example]        # 置いたことを知らせる宛先
)yaml";

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

/// The header line of a table. Rosters are kept in their wide shape: a column per day.
std::string HeaderLine(const TableInfo& table) {
  std::string line(kUtf8Bom);
  if (table.name == "roster_days") {
    line += "年月,職員番号";
    for (int day = 1; day <= 31; ++day) line.append(",").append(std::to_string(day));
  } else {
    for (const ColumnInfo& column : table.columns) {
      if (&column != &table.columns.front()) line += ",";
      line += column.ja;
    }
  }
  return line + "\r\n";
}

fs::path TableFile(const fs::path& folder, const TableInfo& table) {
  return folder / "data" / (std::string(table.name) + ".csv");
}

void RefuseExisting(const fs::path& file) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(file, ignored))) return;
  throw UsageFault(Say("{}: エラー: すでにあるので、上書きしません。別のフォルダーを指定してください。",
                       "{}: error: already there, not overwritten. Name another folder.", file.string()));
}

void MakeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return;
  throw OutputFault(Say("{}: エラー: フォルダーを作れません（{}）。権限を確かめてください。",
                        "{}: error: cannot make the folder ({}). Check its permissions.", folder.string(),
                        error.message()));
}

/// Copies every file below `source` except those in `out/`.
void CopyFiles(const fs::path& source, const fs::path& folder) {
  for (auto entry = fs::recursive_directory_iterator(source); entry != fs::recursive_directory_iterator(); ++entry) {
    const fs::path relative = entry->path().lexically_relative(source);
    if (relative == "out") {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      WriteWholeFile(folder / relative, ReadWholeFile(entry->path()));
    }
  }
}

}  // namespace

void WriteStarter(const fs::path& folder) {
  RefuseExisting(folder / "chohyo.yaml");
  for (const TableInfo& table : AllTables()) RefuseExisting(TableFile(folder, table));
  MakeFolder(folder / "templates");
  for (const TableInfo& table : AllTables()) WriteWholeFile(TableFile(folder, table), HeaderLine(table));
  WriteWholeFile(folder / "chohyo.yaml", kConfiguration);
}

void WriteSampleOffice(const fs::path& folder, const fs::path& sample_source) {
  RefuseExisting(folder / "chohyo.yaml");
  RefuseExisting(folder / "data");
  std::error_code ignored;
  if (!fs::exists(sample_source / "chohyo.yaml", ignored)) {
    throw InputFault(Say("{}: エラー: 見本の市がありません。chohyo を入れ直すか、CHOHYO_HOME を確かめてください。",
                         "{}: error: the sample city is not there. Reinstall chohyo or check CHOHYO_HOME.",
                         sample_source.string()));
  }
  MakeFolder(folder / "templates");
  CopyFiles(sample_source, folder);
}

}  // namespace chohyo
