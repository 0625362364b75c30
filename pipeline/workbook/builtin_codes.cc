#include "pipeline/workbook/builtin_codes.h"

#include <map>

namespace chohyo {

namespace {

constexpr const char* kEraShort = "[$-411]ge.m.d";
constexpr const char* kEraLong = R"([$-411]ggge"年"m"月"d"日")";
constexpr const char* kYearMonth = R"(yyyy"年"m"月")";
constexpr const char* kMonthDay = R"(m"月"d"日")";

}  // namespace

std::string BuiltinNumberCode(int id) {
  static const std::map<int, std::string> codes = {
      {1, "0"},
      {2, "0.00"},
      {3, "#,##0"},
      {4, "#,##0.00"},
      {5, R"("¥"#,##0;"¥"\-#,##0)"},
      {6, R"("¥"#,##0;[Red]"¥"\-#,##0)"},
      {7, R"("¥"#,##0.00;"¥"\-#,##0.00)"},
      {8, R"("¥"#,##0.00;[Red]"¥"\-#,##0.00)"},
      {9, "0%"},
      {10, "0.00%"},
      {11, "0.00E+00"},
      {12, "# ?/?"},
      {13, "# ?\?/?\?"},
      {14, "yyyy/m/d"},
      {15, "d-mmm-yy"},
      {16, "d-mmm"},
      {17, "mmm-yy"},
      {18, "h:mm AM/PM"},
      {19, "h:mm:ss AM/PM"},
      {20, "h:mm"},
      {21, "h:mm:ss"},
      {22, "yyyy/m/d h:mm"},
      {27, kEraShort},
      {28, kEraLong},
      {29, kEraLong},
      {30, "m/d/yy"},
      {31, R"(yyyy"年"m"月"d"日")"},
      {32, R"(h"時"mm"分")"},
      {33, R"(h"時"mm"分"ss"秒")"},
      {34, kYearMonth},
      {35, kMonthDay},
      {36, kEraShort},
      {37, R"(#,##0;\-#,##0)"},
      {38, R"(#,##0;[Red]\-#,##0)"},
      {39, R"(#,##0.00;\-#,##0.00)"},
      {40, R"(#,##0.00;[Red]\-#,##0.00)"},
      {41, R"(_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ )"},
      {42, R"(_ "¥"* #,##0_ ;_ "¥"* \-#,##0_ ;_ "¥"* "-"_ ;_ @_ )"},
      {43, R"(_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ )"},
      {44, R"(_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ )"},
      {45, "mm:ss"},
      {46, "[h]:mm:ss"},
      {47, "mm:ss.0"},
      {48, "##0.0E+0"},
      {49, "@"},
      {50, kEraShort},
      {51, kEraLong},
      {52, kYearMonth},
      {53, kMonthDay},
      {54, kEraLong},
      {55, kYearMonth},
      {56, kMonthDay},
      {57, kEraShort},
      {58, kEraLong},
  };
  const auto found = codes.find(id);
  return found == codes.end() ? "General" : found->second;
}

}  // namespace chohyo
